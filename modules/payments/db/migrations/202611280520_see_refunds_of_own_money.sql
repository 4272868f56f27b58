-- Whoever lives by a provider of the whole province sees the refunds that take back money of its own units. Before, only the province saw them:
-- to a commune the same money lay at the provider still, and could have been ordered anew while it was given back.
alter policy of_area on payments.refund_item using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter policy of_area on payments.refund using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or id in (select refund_id from payments.refund_item));
