import { createContext, use, type ReactNode } from 'react'
import { z } from 'zod'

export const Credentials = z.object({ username: z.string(), password: z.string() })
export type Credentials = z.infer<typeof Credentials>

/** Who is signed in, and what they may do where. */
export type Me = {
  readonly userId: string
  readonly name: string
  readonly role: string
  readonly areaId: number
  readonly areaName: string | null
  readonly permissions: readonly string[]
  readonly previousSignInAt: string | null
  readonly isDemonstration: boolean
}

const Session = createContext<Me | null>(null)

/** Everything inside knows who is signed in. */
export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <Session value={me}>{children}</Session>
}

export function useMe(): Me {
  const me = use(Session)
  if (!me) throw new Error('This page needs someone who is signed in')
  return me
}

/** `const can = useCan()` … `can('payroll.approve')`: what is not allowed is not drawn. The server asks again. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}

/** Draws what is inside only for those who may. */
export function Allowed({ to, children }: { to: string; children: ReactNode }) {
  return useCan()(to) ? <>{children}</> : null
}

/** What signing in was refused for. */
export class SignInRefused extends Error {
  readonly code: string
  readonly remaining: number | undefined

  constructor(code: string, remaining: number | undefined) {
    super(code)
    this.code = code
    this.remaining = remaining
  }
}

const Refusal = z.object({
  code: z.string().catch('internal'),
  data: z.object({ remaining: z.int().optional() }).optional().catch(undefined),
})

async function post(path: string, body: object) {
  return fetch(`/api/sign-in${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Opens a session; the browser keeps it in a cookie that no script can read. */
export async function signIn(given: Credentials) {
  const response = await post('/sign-in/username', given)
  if (response.ok) return
  const text = await response.text()
  const parsed = Refusal.safeParse(isJson(text) ? JSON.parse(text) : {})
  const { code, data } = parsed.success ? parsed.data : { code: 'internal', data: undefined }
  const isFlood = response.status === 429 && !code.startsWith('identity.')
  // A name that nobody could have is answered like one that nobody has.
  const isNoName = response.status === 422 || response.status === 400
  if (isNoName) throw new SignInRefused('INVALID_USERNAME_OR_PASSWORD', undefined)
  throw new SignInRefused(isFlood ? 'too_many_requests' : code, data?.remaining)
}

function isJson(text: string) {
  return text.startsWith('{')
}

/** Set while somebody leaves: what is still being asked for is refused then, and must not lead back to their page. */
let isLeaving = false

/** Ends the session and leaves nothing of it on the screen. */
export async function signOut() {
  isLeaving = true
  await post('/sign-out', {}).catch((error: unknown) => {
    isLeaving = false
    throw error
  })
  location.assign('/dang-nhap')
}

/** Leaves for the sign-in page, and comes back to this one. */
export function goToSignIn() {
  if (isLeaving || location.pathname === '/dang-nhap') return
  const next = encodeURIComponent(location.pathname + location.search)
  location.assign(`/dang-nhap?tiep=${next}`)
}
