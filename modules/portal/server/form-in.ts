import type { Context } from 'hono'

/** What a form sent. Of a body that is no form, which only a program sends, nothing: the page asks as if nothing was typed. */
export async function formIn({ req }: Context): Promise<FormData> {
  if (req.method !== 'POST') return new FormData()
  try {
    return await req.formData()
  } catch (error) {
    if (error instanceof TypeError) return new FormData()
    throw error
  }
}
