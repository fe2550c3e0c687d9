-- For how many records a model version is, where its text does not say: the more there are, the rarer is a match. Null: for
-- as many as the shipped one.
alter table model_version add column records int;
