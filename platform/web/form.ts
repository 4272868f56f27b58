export * from './use-form.tsx'
