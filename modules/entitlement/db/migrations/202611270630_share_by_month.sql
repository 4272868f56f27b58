-- Whose the one share of a couple is goes by the month, and a month is decided by the day before it as well.
alter table entitlement.standing add column share_turns boolean not null default false;
comment on column entitlement.standing.share_turns is
  'In these days of one month spouseHasParentingSupport is so of this month, and the other way about of the next.';
