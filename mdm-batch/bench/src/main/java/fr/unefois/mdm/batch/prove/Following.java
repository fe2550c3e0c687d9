package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.store.ChangeFeed;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A consumer of the feed in a process of its own, until it is killed: says, a line each, how many events it read. */
final class Following {
    private static final int PAGE = 1_000;
    /** Its place is kept once in so many pages: who is killed in between reads some again. */
    private static final int PAGES = 5;

    private static final int LOOK = 20;

    private Following() {}

    public static void main(String[] args) throws SQLException, InterruptedException {
        DatabaseSettings settings = DatabaseSettings.embedded(Path.of(args[0])).withConnections(2);
        try (Database database = Database.open(settings)) {
            DataSource own = database.dataSource();
            ChangeFeed feed = new ChangeFeed(own);
            Cursor place = Inbox.place(own);
            for (int page = 1; ; page++) {
                List<Entry> entries = feed.after(place, PAGE);
                if (entries.isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(LOOK);
                } else {
                    Inbox.apply(own, entries);
                    place = entries.get(entries.size() - 1).cursor();
                }
                if (entries.size() < PAGE || page % PAGES == 0) {
                    Inbox.keep(own, place);
                }
                System.out.println(entries.size());
            }
        }
    }
}
