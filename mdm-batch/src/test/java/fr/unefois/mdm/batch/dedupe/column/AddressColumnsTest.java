package fr.unefois.mdm.batch.dedupe.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressColumnsTest {
    @Test
    void makesOneAddressOfFrenchColumns() {
        Understood file =
                Understood.of("nom,adresse,code_postal,ville\n" + "KERVELLA,12 rue des Lilas,57000,Metz\n".repeat(6));

        assertThat(file.column("adresse")).isEqualTo("addresses.line");
        assertThat(file.column("code_postal")).isEqualTo("addresses.postcode");
        assertThat(file.column("ville")).isEqualTo("addresses.city");
    }

    @Test
    void makesAnAddressOfAFrenchCityAlone() {
        assertThat(Understood.of("nom,ville\n" + "KERVELLA,Thionville\n".repeat(6))
                        .column("ville"))
                .isEqualTo("addresses.city");
        assertThat(Understood.of("nom,city\n" + "KERVELLA,Birmingham\n".repeat(6))
                        .column("city"))
                .isEqualTo("city text");
    }

    @Test
    void takesAPostcodeWithoutItsZeroForAFrenchOne() {
        String rows = "A,1000\nB,1000\nC,57000\nD,57000\nE,69007\nF,75011\n";

        assertThat(Understood.of("nom,cp\n" + rows).column("cp")).isEqualTo("addresses.postcode");
    }

    @Test
    void usesEachColumnOfAForeignAddressByItself() {
        Understood file = Understood.of("surname,street_number,address_1,address_2,suburb,postcode\n"
                + "bruhn,44,forbes street,wintersloe,kellerberrin,4510\n".repeat(6));

        assertThat(file.column("street_number")).isEqualTo("streetNumber number");
        assertThat(file.column("address_1")).isEqualTo("street text");
        assertThat(file.column("address_2")).isEqualTo("streetExtra text");
        assertThat(file.column("suburb")).isEqualTo("city text");
        assertThat(file.column("postcode")).isEqualTo("postcode number");
    }

    @Test
    void comparesForeignBirthplacesAsWords() {
        assertThat(Understood.of("surname,birth_place\n" + "bruhn,\"Clifton, Bristol\"\n".repeat(6))
                        .column("birth_place"))
                .isEqualTo("birthPlaceName text");
    }
}
