-- What a run says is to be handed over, to whom and how, for the module that pays; row-level security stays whoever’s asks.
create view payroll.public_due with (security_invoker = true) as
select line.month, line.run_id, line.payee_id, payee.full_name as payee_name, line.person_id, line.component,
  line.benefit_month, line.amount, line.area_id, line.pay_point_id, pay_point.kind as pay_point_kind,
  coalesce(channel.method, 'cash') as method,
  channel.bank, channel.account
from payroll.line
join payroll.roll as payee on payee.run_id = line.run_id and payee.person_id = line.payee_id
left join payroll.channel on channel.person_id = line.payee_id
left join payroll.pay_point on pay_point.id = line.pay_point_id;
comment on view payroll.public_due is 'A line of a run with the name of its payee as frozen, and the way the money goes as it is told now.';
