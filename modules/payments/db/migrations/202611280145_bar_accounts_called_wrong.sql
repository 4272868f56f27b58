-- An account that was called wrong, or a fraudster’s, is barred for its payee («tài khoản bị báo sai»): how they are paid falls back to cash
-- by itself, and is written down beside the changes somebody asked for.
alter table payments.way_request
  drop constraint way_request_origin_known,
  add constraint way_request_origin_known check (origin in ('office', 'application', 'expired', 'died', 'called_wrong')),
  drop constraint way_request_by_second_person,
  add constraint way_request_by_second_person check
    (decided_by <> asked_by or state = 'withdrawn' or origin in ('expired', 'died', 'called_wrong'));

create index recall_request_called_wrong on payments.recall_request (instruction_id)
  where ground = 'wrong_account' and state = 'approved';
