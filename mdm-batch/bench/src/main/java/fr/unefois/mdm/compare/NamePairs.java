package fr.unefois.mdm.compare;

import java.util.List;
import java.util.Random;

/** French names as the engine compares them, folded: simple, double, with particles; and slips in them. */
final class NamePairs {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> NAMES = List.of(
            "MARTIN",
            "BERNARD",
            "THOMAS",
            "PETIT",
            "ROBERT",
            "RICHARD",
            "DURAND",
            "DUBOIS",
            "MOREAU",
            "LAURENT",
            "SIMON",
            "MICHEL",
            "LEFEBVRE",
            "LEROY",
            "ROUX",
            "DAVID",
            "BERTRAND",
            "MOREL",
            "FOURNIER",
            "GIRARD",
            "BONNET",
            "DUPONT",
            "LAMBERT",
            "FONTAINE",
            "ROUSSEAU",
            "VINCENT",
            "MULLER",
            "LEFEVRE",
            "FAURE",
            "ANDRE",
            "MERCIER",
            "BLANC",
            "GUERIN",
            "BOYER",
            "GARNIER",
            "CHEVALIER",
            "FRANCOIS",
            "LEGRAND",
            "GAUTHIER",
            "GARCIA",
            "PERRIN",
            "ROBIN",
            "CLEMENT",
            "MORIN",
            "NICOLAS",
            "HENRY",
            "ROUSSEL",
            "MATHIEU",
            "GAUTIER",
            "MASSON",
            "MARCHAND",
            "DUVAL",
            "DENIS",
            "DUMONT",
            "MARIE",
            "LEMAIRE",
            "NOEL",
            "MEYER",
            "DUFOUR",
            "MEUNIER",
            "NGUYEN",
            "BENALI",
            "DIALLO",
            "DA SILVA",
            "EL AMRANI",
            "CHEVTCHENKO",
            "DE LA FONTAINE",
            "TRAORE",
            "KOWALSKI",
            "FERREIRA",
            "LE GOFF",
            "D ALMEIDA",
            "SAINT MARTIN",
            "VAN DEN BERG",
            "ROCHEFORT",
            "L HERMITE",
            "MARIE",
            "JEAN PIERRE",
            "NATHALIE",
            "CATHERINE",
            "CHRISTOPHE",
            "FREDERIC",
            "MOHAMMED",
            "STEPHANIE",
            "ALEXANDRE",
            "GUILLAUME",
            "EMMANUELLE",
            "YOUSSEF",
            "LEA",
            "LUC",
            "ANNE SOPHIE",
            "THEO");

    private final Random random;

    NamePairs(Random random) {
        this.random = random;
    }

    /** One name of three is a double one. */
    String name() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return random.nextInt(3) == 0 ? name + " " + NAMES.get(random.nextInt(NAMES.size())) : name;
    }

    /** The same name with one letter more, one less, another, or two swapped. */
    String slip(String name) {
        int at = random.nextInt(name.length());
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        String before = name.substring(0, at);
        String after = name.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + letter + name.substring(at);
            case 1 -> before + after;
            case 2 -> before + letter + after;
            default -> after.isEmpty() ? before : before + after.charAt(0) + name.charAt(at) + after.substring(1);
        };
    }
}
