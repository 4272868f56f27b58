-- The books grow envelope by envelope, one after another in the file: a note of which pages hold which is a few kilobytes, and spares
-- whoever asks for one of them all the others.
create index posting_of_envelope on payments.posting using brin (envelope_id) with (pages_per_range = 32);
create index instruction_of_month on payments.instruction using brin (month) with (pages_per_range = 32);
