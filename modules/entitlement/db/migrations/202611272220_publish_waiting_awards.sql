-- What imported lists say somebody receives and no second person has confirmed, for modules that would otherwise take it for a
-- right nobody has asked for.
create view entitlement.public_waiting_award with (security_invoker = true) as
select person_id, benefit, import_id, area_id, first_month from entitlement.listed_award where state = 'proposed';
