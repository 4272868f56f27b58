import { registerHooks } from 'node:module'

/** Preloaded into a program, writes a mistake into khoản 6 of its law: a degree of disability that does not exist. */
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (!url.endsWith('/entitlement/law/msa-6.ts')) return loaded
    const source = Buffer.from(loaded.source as Uint8Array).toString('utf8') // Files are loaded as bytes.
    return { ...loaded, source: source.replace("'severe'", "'terrible'") }
  },
})
