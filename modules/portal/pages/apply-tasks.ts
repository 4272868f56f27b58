import { formatDate } from '#kernel/written'
import type { PublicProcedure } from '#modules/applications/contract'
import { sectionsOf, type Draft, type Section } from '../domain/draft.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { ShownPages } from './photos.ts'
import type { Messages } from './messages.vi.ts'

export type Applying = {
  readonly t: Messages
  readonly procedure: PublicProcedure
  readonly draft: Draft
  /** Parts in which something is typed that is not finished yet. */
  readonly begun: readonly Section[]
  /** Something to say: saved, opened, sent anew. */
  readonly note?: string | undefined
  /** The pages photographed of a paper, as they stand on this phone. */
  readonly pagesOf: (kind: string) => ShownPages
}

/** The parts, each done or not, and what may be done with the whole. */
export function taskList(applying: Applying): Html {
  const { t, procedure, draft, begun, note } = applying
  const all = sectionsOf(procedure.questions)
  const isReady = all.every((section) => draft.done.includes(section))
  return html`<div class="row">
      <a class="back" href="${hrefIn(t, '/nop-ho-so')}">${icon('left')}${t.back}</a>
    </div>
    <div class="hello">
      <h1>${procedure.name[t.language]}</h1>
    </div>
    ${note && html`<p class="urge" role="status">${note}</p>`}
    <section aria-labelledby="phan">
      <h2 id="phan">${t.apply.tasks}</h2>
      <ol class="tasks">
        ${all.map((section) => {
          const isDone = draft.done.includes(section)
          const open = begun.includes(section) ? t.apply.begun : t.apply.todo
          return html`<li>
            <button class="task" type="button" data-section="${section}">
              <span>${t.apply.sections[section]}</span
              ><span class="chip ${isDone ? 'chip-ok' : 'chip-neutral'}"
                >${icon(isDone ? 'check' : 'pencil')}${isDone ? t.apply.done : open}</span
              >
            </button>
          </li>`
        })}
      </ol>
    </section>
    <div class="acts">
      <button class="btn btn-primary" type="button" data-section="check">${t.apply.sections.check}</button>
      <button class="btn" type="button" data-keep>${t.apply.keep}</button>
    </div>
    ${!isReady && html`<p class="quiet">${t.apply.incomplete}</p>`}
    <p class="quiet safe">${icon('lock')}${t.apply.onDevice}</p>
    <p><button class="btn-link" type="button" data-forget>${t.apply.forget}</button></p>`
}

/** The receipt: a code to write down, and what happens now. */
export function receivedPage(
  t: Messages,
  {
    code,
    unit,
    dueIfComplete,
  }: { readonly code: string; readonly unit: string; readonly dueIfComplete: string | null },
): Html {
  return html`<section class="answer" aria-labelledby="nhan">
      <h1 id="nhan">${t.apply.sentTitle}</h1>
      <p class="name">${t.apply.sentCode}</p>
      <p class="amount">${code}</p>
      ${dueIfComplete && html`<p><strong>${t.apply.sentDue(formatDate(dueIfComplete))}</strong></p>`}
      <p>${t.apply.sentText(unit)}</p>
      <p>${t.apply.sentTrack}</p>
    </section>
    <div class="acts">
      <button class="btn" type="button" data-print>${icon('print')}${t.result.print}</button>
      <a class="btn" href="${hrefIn(t, '/tra-cuu')}">${t.nav.track}</a>
    </div>`
}
