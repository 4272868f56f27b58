-- Files a provider wants signed, or signed and encrypted («ký số, mã hóa tệp»); its answers are then taken in no other way.
alter table payments.provider add column protection text not null default 'none';
alter table payments.provider add constraint provider_protection_known check (protection in ('none', 'signed', 'sealed'));
comment on column payments.provider.protection is 'How files are protected in both directions; the keys lie beside the server and never here.';
