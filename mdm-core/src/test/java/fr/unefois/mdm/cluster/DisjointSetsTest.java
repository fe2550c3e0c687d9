package fr.unefois.mdm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisjointSetsTest {
    @Test
    void setsAreToldByTheirSmallestMembersEachSorted() {
        DisjointSets sets = new DisjointSets(7);
        sets.join(5, 2);
        sets.join(6, 1);
        sets.join(2, 4);
        sets.join(4, 5);

        assertThat(sets.find(5)).isEqualTo(2);
        assertThat(sets.all()).containsExactly(new int[] {0}, new int[] {1, 6}, new int[] {2, 4, 5}, new int[] {3});
    }

    @Test
    void ofNobodyThereAreNone() {
        assertThat(new DisjointSets(0).all()).isEmpty();
    }
}
