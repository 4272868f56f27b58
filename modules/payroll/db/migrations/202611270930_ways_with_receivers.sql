-- How a payee is paid says more: a wallet, whose name the account is in, and who receives in the payee’s place, by which
-- paper and until when.
alter table payroll.channel
  add column is_wallet      boolean not null default false,
  add column holder         text,
  add column is_receivers   boolean not null default false,
  add column receiver       jsonb,
  add column receiver_until date,
  add constraint channel_wallet_is_an_account check (not is_wallet or method = 'account'),
  add constraint channel_receivers_account check (not is_receivers or (method = 'account' and receiver is not null)),
  add constraint channel_until_of_a_receiver check (receiver_until is null or receiver is not null);
create index channel_account on payroll.channel (account) where account is not null;
create index channel_receiver_until on payroll.channel (receiver_until) where receiver_until is not null;
comment on column payroll.channel.holder is 'The name the account is in, as the payee told it.';
comment on column payroll.channel.is_receivers is 'The account is the receiver’s: it goes when they do.';
comment on column payroll.channel.receiver is 'Who receives in the payee’s place («người nhận thay»): name, role, number and paper.';
comment on column payroll.channel.receiver_until is 'The last day of the authority; none for a guardian or carer whose relation says so.';

create or replace view payroll.public_channel with (security_invoker = true) as
select channel.person_id, channel.method, channel.pay_point_id, pay_point.kind as pay_point_kind, channel.bank,
  channel.account, channel.is_wallet, channel.holder, channel.receiver, channel.is_receivers, channel.receiver_until
from payroll.channel left join payroll.pay_point on pay_point.id = channel.pay_point_id;

create or replace view payroll.public_due with (security_invoker = true) as
select line.month, line.run_id, line.payee_id, payee.full_name as payee_name, line.person_id, line.component,
  line.benefit_month, line.amount, line.area_id, line.pay_point_id, pay_point.kind as pay_point_kind,
  coalesce(channel.method, 'cash') as method,
  channel.bank, channel.account, channel.is_wallet, channel.holder, channel.receiver
from payroll.line
join payroll.roll as payee on payee.run_id = line.run_id and payee.person_id = line.payee_id
left join payroll.channel on channel.person_id = line.payee_id
left join payroll.pay_point on pay_point.id = line.pay_point_id;
