-- Which months of an imported award the lists of before have paid is put right like every change that alters money.
alter table changes.request drop constraint request_kind_known;
alter table changes.request add constraint request_kind_known check (kind in ('identity', 'death', 'alive', 'move', 'add_member',
  'birth', 'remove_member', 'change_head', 'split_household', 'merge_household', 'disability', 'circumstance', 'marriage',
  'divorce', 'guardian', 'carer', 'parent', 'paid_months'));
