import { uploadProblems } from '../pages/upload-problems.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { pageList, type PageState } from '../pages/photos.ts'
import { allOf, changed, mostPages, withArrived, withPage, type Photo, type Photos } from '../domain/photo.ts'
import { dropPhotos, findPhoto, putPhoto } from './photo-store.ts'
import { shrink } from './shrink.ts'
import { upload } from './upload.ts'
import type { Refusal } from './write.ts'

type Desk = {
  readonly t: Messages
  readonly root: HTMLElement
  readonly photos: () => Photos
  readonly keep: (photos: Photos) => void
}

/** Sent again by itself after so many seconds, then after twice as many, up to a minute. */
const firstWait = 5_000
const longestWait = 60_000

/**
 * Takes photographs of papers: made small, kept on the phone, and sent one after the other. While the network is gone
 * they wait, and nobody has to take them again; each has a name, so that none arrives twice.
 */
export function takePhotos({ t, root, photos, keep }: Desk) {
  const blobs = new Map<string, Blob>()
  const addresses = new Map<string, string>()
  const states = new Map<string, PageState>()
  let queue: Promise<void> = Promise.resolve()
  let wait = firstWait
  let timer: ReturnType<typeof setTimeout> | undefined

  root.addEventListener('change', (event) => {
    const { target } = event
    if (!(target instanceof HTMLInputElement) || target.dataset['paper'] === undefined) return
    const { paper: kind, instead } = target.dataset
    const files = [...(target.files ?? [])]
    target.value = '' // The same picture may be chosen again.
    void (async () => {
      for (const file of files) await choose(kind!, file, instead)
    })()
  })
  root.addEventListener('click', (event) => {
    const { dataset } = (event.target as Element).closest('button') ?? { dataset: {} as DOMStringMap }
    if (dataset['drop'] !== undefined) drop(dataset['drop'])
    if (dataset['try'] !== undefined) void sendAll()
  })
  window.addEventListener('online', () => void sendAll())

  async function choose(kind: string, file: File, instead: string | undefined) {
    const count = photos()[kind]?.length ?? 0
    if (instead === undefined && count >= mostPages) return news(kind, t.photos.tooMany(mostPages))
    news(kind, t.photos.shrinking)
    const made = await shrink(file)
    if ('refusal' in made) return news(kind, refusalText(made.refusal))
    news(kind, '')
    const { blob, isPicture, isBlurred } = made
    const page: Photo = { id: crypto.randomUUID(), name: file.name, size: blob.size, isPicture, isBlurred }
    blobs.set(page.id, blob)
    // Where the phone keeps nothing, as in a private window, the page itself remembers.
    await putPhoto(page.id, blob).catch(() => undefined)
    keep(withPage(photos(), { kind, page, instead }))
    draw()
    root.querySelector<HTMLElement>(`[data-instead="${page.id}"]`)?.focus()
    void sendAll()
  }

  function drop(id: string) {
    const list = root.querySelector(`[data-state="${id}"]`)?.closest('.paper')
    keep(changed(photos(), id, () => undefined))
    forget([id])
    draw()
    list?.querySelector<HTMLElement>('[data-paper]')?.focus()
  }

  function forget(ids: readonly string[]) {
    for (const id of ids) {
      const address = addresses.get(id)
      if (address) URL.revokeObjectURL(address)
      for (const map of [blobs, addresses, states]) map.delete(id)
    }
    void dropPhotos(ids).catch(() => undefined) // Nothing was kept where nothing can be.
  }

  /** Sends whatever has not arrived, one after the other: a weak network carries one picture at a time. */
  function sendAll(): Promise<void> {
    clearTimeout(timer)
    queue = queue.then(async () => {
      for (const { id, uploadId } of allOf(photos())) if (uploadId === undefined) await send(id)
      if ([...states.values()].some(({ mayTryAgain }) => mayTryAgain)) {
        timer = setTimeout(() => void sendAll(), wait)
        wait = Math.min(longestWait, wait * 2)
      } else wait = firstWait
    })
    return queue
  }

  async function send(id: string) {
    const page = allOf(photos()).find((one) => one.id === id)
    const blob = blobs.get(id) ?? (await findPhoto(id).catch(() => undefined))
    if (!page) return
    if (!blob) return say(id, { text: t.photos.lost })
    say(id, { text: t.photos.sending(0) })
    const sent = await upload({ id, name: nameOf(page), blob }, (percent) =>
      say(id, { text: percent < 100 ? t.photos.sending(Math.floor(percent)) : t.photos.looking }),
    )
    const kind = kindOf(id)
    if ('output' in sent) {
      states.delete(id)
      keep(withArrived(photos(), id, sent.output.uploadId))
      if (page.instead !== undefined) forget([page.instead])
      done(kind, t.photos.arrived(1 + (photos()[kind] ?? []).findIndex((one) => one.id === id)))
    } else if (passes(sent.refusal)) {
      states.set(id, { text: refusalText(sent.refusal), mayTryAgain: true })
    } else {
      keep(changed(photos(), id, () => undefined))
      forget([id])
      news(kind, refusalText(sent.refusal))
    }
    draw()
  }

  const kindOf = (id: string) =>
    Object.entries(photos()).find(([, pages]) => pages.some((page) => page.id === id))?.[0] ?? ''

  function refusalText({ code, data = {} }: Refusal): string {
    if (code === 'offline') return t.photos.offline
    if (code === 'too_many_requests') return t.track.tooMany(minutesOf(data))
    return uploadProblems(t, code, data) ?? t.photos.failed
  }

  function say(id: string, state: PageState) {
    states.set(id, state)
    const line = root.querySelector(`[data-state="${id}"]`)
    if (line) line.textContent = state.text
  }

  function news(kind: string, text: string) {
    const line = root.querySelector(`[data-photo-news="${kind}"]`)
    if (line) line.textContent = text
  }

  /** Said to who hears the page; who sees it has the mark beside the picture. */
  function done(kind: string, text: string) {
    const line = root.querySelector(`[data-photo-done="${kind}"]`)
    if (line) line.textContent = text
  }

  function stateOf({ id, uploadId }: Photo): PageState | undefined {
    return states.get(id) ?? (uploadId === undefined ? { text: t.photos.waiting } : undefined)
  }

  function addressOf({ id }: Photo): string | undefined {
    const blob = blobs.get(id)
    if (blob && !addresses.has(id)) addresses.set(id, URL.createObjectURL(blob))
    return addresses.get(id)
  }

  /** The lists alone are drawn again: the camera’s buttons keep their focus. */
  function draw() {
    for (const list of root.querySelectorAll<HTMLElement>('[data-pages]')) {
      const { pages: kind = '', name = '' } = list.dataset
      list.innerHTML = String(pageList(t, { kind, name }, shownOf(kind)))
    }
  }

  const shownOf = (kind: string) => ({ pages: photos()[kind] ?? [], stateOf, addressOf })

  /** Brings back the pictures of pages taken before, and sends what had not arrived. */
  async function takeUp() {
    for (const { id } of allOf(photos())) {
      const blob = blobs.get(id) ?? (await findPhoto(id).catch(() => undefined))
      if (blob) blobs.set(id, blob)
    }
    draw()
    await sendAll()
  }

  /** Whether everything has arrived, after another try. */
  async function settle(): Promise<boolean> {
    await sendAll()
    return allOf(photos()).every(({ uploadId }) => uploadId !== undefined)
  }

  return { shownOf, takeUp, settle, forget }
}

/** What another try may mend; a locked PDF stays locked. */
function passes({ code }: Refusal): boolean {
  return ['offline', 'internal', 'too_many_requests', 'documents.intake_busy', 'proof_expired'].includes(code)
}

const minutesOf = (data: Refusal['data']) => Math.max(1, Math.ceil(Number(data?.['seconds'] ?? 60) / 60))

function nameOf({ name, isPicture }: Photo): string {
  return isPicture ? `${name.replace(/\.[^.]*$/, '')}.jpg` : name
}
