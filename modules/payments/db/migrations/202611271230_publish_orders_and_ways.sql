-- What was ordered and what became of it, and who asked for another way, for whoever follows payment without cash. No account
-- and no name is in either; row-level security stays whoever’s asks.
create view payments.public_order with (security_invoker = true) as
select instruction.id, instruction.envelope_id, instruction.month, instruction.payee_id, instruction.area_id,
  instruction.channel, instruction.state, instruction.replaces_id, instruction.ended_on,
  (envelope.approved_at at time zone 'Asia/Ho_Chi_Minh')::date as approved_on
from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
where envelope.purpose in ('run', 'reissue') and instruction.state not in ('ready', 'withdrawn');
comment on view payments.public_order is 'An order of a monthly list that was sent; one that was tried anew is replaced by another.';

create view payments.public_way_request with (security_invoker = true) as
select id, person_id, state, after -> 'by' ->> 'channel' as channel, name_check, asked_at, effective_on, in_force_at
from payments.way_request;
