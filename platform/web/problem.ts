export * from './problem-notice.tsx'
