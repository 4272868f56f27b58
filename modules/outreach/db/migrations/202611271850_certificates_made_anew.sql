-- A certificate of disability from before the sixth birthday has to be made anew; until it is, its person is on a list.
alter table outreach.prospect drop constraint prospect_event_known, drop constraint prospect_kind_known;
alter table outreach.prospect
  add constraint prospect_event_known check (event in ('grant', 'adjust', 'stop', 'renew', 'certify')),
  add constraint prospect_kind_known
    check (kind in ('gain', 'unused', 'resume', 'raise', 'lower', 'lose', 'ended', 'renewal', 'certificate'));
