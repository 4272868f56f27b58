import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { html } from '../pages/html.ts'
import { document, plainLook } from '../pages/layout.ts'
import { messages as t } from '../pages/messages.vi.ts'
import { readBuilt } from './assets.ts'

const site = { province: undefined, helpPhone: undefined }
const page = { t, site, look: plainLook, path: '/', title: t.nav.apply, main: html`` }

test('a page brings its style sheet with it: nothing else has to come before it is drawn', async () => {
  const { assets, kept } = await readBuilt(await built({ 'a.css': '.skip > a { color: #123456 }' }))
  const text = document({ ...page, assets })
  expect(text).toContain('<style>.skip > a { color: #123456 }</style>')
  expect(text).not.toContain('rel="stylesheet"')
  expect(kept).toEqual(['/a.js'])
})

test('what draws a code is kept for when there is no network, and fetched ahead by nobody', async () => {
  const screener = {
    'modules/portal/web/screener.ts': {
      file: 's.js',
      dynamicImports: ['law.ts', 'node_modules/qr/index.js'],
    },
    'law.ts': { file: 'law.js' },
    'node_modules/qr/index.js': { file: 'qr.js' },
  }
  const { assets, kept } = await readBuilt(await built({}, screener))
  expect(assets.ahead).toEqual(['/law.js'])
  expect(kept).toContain('/qr.js')
})

test('without a build a page stands on its own', async () => {
  const { assets } = await readBuilt(join(tmpdir(), 'no such build'))
  expect(document({ ...page, assets })).not.toMatch(/<style|<script/)
})

/** What a build of the portal leaves behind: a program with these style sheets. */
async function built(sheets: Readonly<Record<string, string>>, more: object = {}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'build-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  await mkdir(join(directory, '.vite'))
  const manifest = { 'modules/portal/web/start.ts': { file: 'a.js', css: Object.keys(sheets) }, ...more }
  await writeFile(join(directory, '.vite/portal.json'), JSON.stringify(manifest))
  for (const [name, text] of Object.entries(sheets)) await writeFile(join(directory, name), text)
  return directory
}
