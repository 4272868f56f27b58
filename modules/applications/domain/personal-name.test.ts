import { expect, test } from 'vitest'
import { isPersonalName } from './personal-name.ts'

test.for([
  ['Phùng Thị Mận', true],
  ['H’Hen Niê', true],
  ['Y Blô', true],
  ['Ô Y', true],
  ['1234', false],
  ['026184005678', false],
  ['Nguyễn Văn 2', false],
  ['--', false],
  ['A', false],
] as const)('%s', ([text, is]) => {
  expect(isPersonalName(text)).toBe(is)
})
