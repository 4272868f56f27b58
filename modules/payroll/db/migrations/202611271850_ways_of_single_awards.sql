-- A payee may be paid one award another way than the rest («cách nhận riêng của một khoản»): the support for caring into an account,
-- the own allowance in cash.
create table payroll.award_channel (
  payee_id       uuid not null references people.person on delete cascade,
  person_id      uuid not null references people.person on delete cascade,
  benefit        text not null,
  method         text not null,
  pay_point_id   integer references payroll.pay_point,
  bank           text,
  account        text,
  is_wallet      boolean not null default false,
  holder         text,
  is_receivers   boolean not null default false,
  receiver       jsonb,
  receiver_until date,
  primary key (payee_id, person_id, benefit),
  constraint award_channel_method_known check (method in ('cash', 'account')),
  constraint award_channel_account_named check (method <> 'account' or (bank is not null and account is not null)),
  constraint award_channel_wallet_is_an_account check (not is_wallet or method = 'account'),
  constraint award_channel_receivers_account check (not is_receivers or (method = 'account' and receiver is not null)),
  constraint award_channel_until_of_a_receiver check (receiver_until is null or receiver is not null)
);
create index award_channel_account on payroll.award_channel (account) where account is not null;
create index award_channel_receiver_until on payroll.award_channel (receiver_until) where receiver_until is not null;
comment on table payroll.award_channel is 'How a payee gets the money of one award, where it goes another way than whatever else they receive.';
comment on column payroll.award_channel.person_id is 'Whose award it is: the payee’s own, or somebody’s they receive for.';

alter table payroll.award_channel enable row level security;
create policy of_payee on payroll.award_channel using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = payee_id));

-- The benefit a component of a line belongs to, as entitlement says; a test compares the two.
create function payroll.benefit_of(component text) returns text language sql immutable parallel safe return
  case component
    when 'allowance' then 'monthly_allowance'
    when 'single_parent' then 'monthly_allowance'
    when 'social_pension' then 'social_pension'
    when 'care' then 'care_support'
    when 'parenting' then 'parenting_support'
    when 'nursing' then 'facility_care'
  end;

create view payroll.public_award_channel with (security_invoker = true) as
select channel.payee_id, channel.person_id, channel.benefit, concat_ws(' ', channel.person_id, channel.benefit) as way_of,
  channel.method, channel.pay_point_id, pay_point.kind as pay_point_kind, channel.bank, channel.account, channel.is_wallet,
  channel.holder, channel.receiver, channel.is_receivers, channel.receiver_until
from payroll.award_channel as channel left join payroll.pay_point on pay_point.id = channel.pay_point_id;
comment on column payroll.public_award_channel.way_of is 'The award that goes this way, in one text: what is due by it is an order of its own.';

create or replace view payroll.public_due with (security_invoker = true) as
select line.month, line.run_id, line.payee_id, payee.full_name as payee_name, line.person_id, line.component,
  line.benefit_month, line.amount, line.area_id,
  case when own.payee_id is null then line.pay_point_id else own.pay_point_id end as pay_point_id,
  pay_point.kind as pay_point_kind,
  case when own.payee_id is null then coalesce(channel.method, 'cash') else own.method end as method,
  case when own.payee_id is null then channel.bank else own.bank end as bank,
  case when own.payee_id is null then channel.account else own.account end as account,
  case when own.payee_id is null then channel.is_wallet else own.is_wallet end as is_wallet,
  case when own.payee_id is null then channel.holder else own.holder end as holder,
  case when own.payee_id is null then channel.receiver else own.receiver end as receiver,
  case when own.payee_id is not null then concat_ws(' ', own.person_id, own.benefit) end as way_of
from payroll.line
join payroll.roll as payee on payee.run_id = line.run_id and payee.person_id = line.payee_id
left join payroll.channel on channel.person_id = line.payee_id
left join payroll.award_channel as own on own.payee_id = line.payee_id and own.person_id = line.person_id
  and own.benefit = payroll.benefit_of(line.component)
left join payroll.pay_point
  on pay_point.id = case when own.payee_id is null then line.pay_point_id else own.pay_point_id end;
