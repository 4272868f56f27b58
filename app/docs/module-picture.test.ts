import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { dependsOn, modulesDirectory } from '../modules.ts'
import { modulePicture } from './module-picture.ts'

test('the picture in ARCHITECTURE.md is the graph that is enforced', async () => {
  expect(await readFile('ARCHITECTURE.md', 'utf8')).toContain(modulePicture())
})

test('every module stands in the graph and has a README that says what it is for', async () => {
  const modules = await readdir(modulesDirectory)
  expect(modules.toSorted()).toEqual(Object.keys(dependsOn).toSorted())
  for (const module of modules)
    expect((await readFile(`${modulesDirectory}/${module}/README.md`, 'utf8')).length).toBeGreaterThan(200)
})
