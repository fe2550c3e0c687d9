-- The projection onto the attributes in sight is written into each reading statement: the body of such a function is
-- planned at every call, which took as long as the reading itself.
drop function shown_golden(jsonb);
drop function shown(jsonb);
