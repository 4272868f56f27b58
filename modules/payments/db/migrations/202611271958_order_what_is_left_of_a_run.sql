-- What a cancelled envelope was to pay is ordered by another, which may go through a provider that pays some of the run already; that no
-- payee is ordered twice is held for each of them (instruction_of_payee_once).
drop index payments.envelope_of_run_once;
create index envelope_of_run on payments.envelope (run_id) where run_id is not null;
