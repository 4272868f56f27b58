import { problems } from './problems.ts'

const shortest = 12

/** Beginnings that guessing programs and people in a hurry try first; digits at the end do not save them. */
const common = [
  '123456789',
  '987654321',
  'password',
  'matkhau',
  'mật khẩu',
  'qwerty',
  'abcdef',
  'abc123',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'vietnam',
  'việt nam',
  'admin',
  'administrator',
  'ansinh',
  'congchuc',
  'ubnd',
  'hanoi',
  'welcome',
  'letmein',
]

/** Refuses a password that is short, contains the user’s name for signing in, or is what everyone tries first. */
export function assertGoodPassword(password: string, username: string) {
  const plain = password.normalize('NFC')
  if (Array.from(plain).length < shortest) throw problems('password_too_short', { atLeast: shortest })
  const lower = plain.toLowerCase()
  if (lower.includes(username.toLowerCase())) throw problems('password_contains_username')
  const letters = lower.replaceAll(/[\s\d\p{P}\p{S}]+$/gu, '')
  const isCommon = common.some((word) => lower === word || letters === word || lower === word.repeat(2))
  if (isCommon || isMonotonous(lower)) throw problems('password_common')
}

/** One character over and over, or a run such as 012345678901. */
function isMonotonous(password: string) {
  const codes = Array.from(password, (character) => character.codePointAt(0)!)
  const steps = new Set(codes.slice(1).map((code, index) => (code - codes[index]! + 10) % 10))
  return new Set(codes).size <= 3 || steps.size === 1
}
