-- Files in hand, for modules that say what is left to be done for somebody.
create view applications.public_open_file with (security_invoker = true) as
select id as application_id, code, procedure, person_id
from applications.application
where closed_at is null and person_id is not null and outcome is distinct from 'refuse';
comment on view applications.public_open_file is 'A file is in hand until it is closed; one that is refused has become no right, even while the citizen has not fetched the answer.';
