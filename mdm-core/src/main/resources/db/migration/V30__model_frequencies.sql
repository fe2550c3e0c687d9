-- How frequent values were in the base when a model version came into force, compressed. Only values that ten records bear
-- at least. Null: as in the country.
alter table model_version add column frequencies bytea;
