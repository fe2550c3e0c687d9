package fr.unefois.mdm.batch.generate;

/** What an entry holds, in the order of the unified file. */
enum Field {
    BIRTH_FAMILY_NAME,
    USUAL_FAMILY_NAME,
    GIVEN_NAMES,
    SEX,
    BIRTH_DATE,
    BIRTH_PLACE_CODE,
    BIRTH_COUNTRY_CODE,
    EMAIL,
    PHONE,
    ADDRESS_LINE,
    POSTCODE,
    CITY,
    CITY_CODE
}
