comment on column payroll.line.component is 'allowance, single_parent, social_pension, care, parenting, nursing (entitlement/domain/determination.ts): stable while rules and regimes change.';
