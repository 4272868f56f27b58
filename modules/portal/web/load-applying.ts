/** The program that writes an application. Days are computed with Temporal, which older phones lack: they get it before anything else runs. */
export async function loadApplying() {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  await import('./no-eval.ts')
  return import('./apply.ts')
}
