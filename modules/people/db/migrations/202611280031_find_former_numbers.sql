-- Whose a number was until lately: what another register tells late carries the number of its time.
create index identifier_former on people.identifier (number) where retracted_at is not null;
