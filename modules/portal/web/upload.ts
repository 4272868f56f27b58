import { solve, type Refusal, type Written } from './write.ts'

type Sent = { readonly uploadId: string }
type Page = { readonly id: string; readonly name: string; readonly blob: Blob }

/** A network that says nothing for so long is none; what was sent is sent anew under the same name. */
const patience = 180_000

/** Sends one page and tells how far it is: from 0 to 100, and then the server looks at it. */
export async function upload(page: Page, onProgress: (percent: number) => void): Promise<Written<Sent>> {
  const offline = { refusal: { code: 'offline' } } as const
  const body = new FormData()
  body.append('file', page.blob, page.name)
  body.append('requestId', page.id)
  try {
    const proof = await solve()
    if ('refusal' in proof) return proof
    for (const [name, value] of Object.entries(proof.output)) body.append(`proof[${name}]`, value)
  } catch (error) {
    if (error instanceof TypeError) return offline
    throw error
  }
  return new Promise((resolve) => {
    // fetch does not tell how much of a body has gone.
    const request = new XMLHttpRequest()
    request.open('POST', '/api/portal/uploads')
    request.responseType = 'json'
    request.timeout = patience
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress((100 * loaded) / total))
    request.addEventListener('load', () => {
      const answer = request.response as Sent | Refusal | null // The contract’s, or what stands between us.
      if (request.status === 200 && answer && 'uploadId' in answer) resolve({ output: answer })
      else resolve({ refusal: answer && 'code' in answer ? answer : { code: 'internal' } })
    })
    for (const event of ['error', 'timeout', 'abort']) request.addEventListener(event, () => resolve(offline))
    request.send(body)
  })
}
