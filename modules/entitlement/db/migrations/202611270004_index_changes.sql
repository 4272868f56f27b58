-- Whoever follows the changes asks for those after a moment.
create index changed_at_of_change on entitlement.changed (changed_at);
