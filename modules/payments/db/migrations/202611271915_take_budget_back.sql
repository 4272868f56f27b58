-- What a decision gave a budget line, another may take back, as far as it is neither spent nor held («thu hồi dự toán»).
alter table payments.entry drop constraint entry_kind_known;
alter table payments.entry add constraint entry_kind_known check (kind in
  ('fund_allocated', 'fund_reduced', 'envelope_approved', 'envelope_cancelled', 'envelope_sent', 'paid', 'returned', 'recalled',
   'refunded', 'recovery_opened', 'recovery_repaid', 'recovery_offset', 'recovery_written_off'));
