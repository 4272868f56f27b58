export * from './page-error.tsx'
