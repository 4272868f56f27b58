import { formatDate, upperFirst } from '#kernel/written'
import { bornOf, sectionsOf, type Section } from '../domain/draft.ts'
import { isOfTheDead } from '../domain/of-the-dead.ts'
import { nameFieldOf } from '../domain/photo.ts'
import type { Applying } from './apply-tasks.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'

/** Everything once more, before it is sent. */
export function checkPage(applying: Applying): Html {
  const { t, procedure, draft, note } = applying
  const { values } = draft
  const all = sectionsOf(procedure.questions)
  const isReady = all.every((section) => draft.done.includes(section))
  const born = bornOf(values)
  const isDead = isOfTheDead(procedure.id)
  const labelled = (options: Readonly<Record<string, string>>, name: string) => options[values[name] ?? '']
  const rows: readonly (readonly [Section, string, string | undefined])[] = [
    ['person', t.apply.fullName, values['fullName']],
    ['person', t.apply.born, born && (values['day'] ? formatDate(born) : born.slice(0, 4))],
    ['person', t.apply.sex, labelled(t.apply.sexes, 'sex')],
    ['person', t.screener.place, values['place']],
    ['person', t.apply.village, values['village']],
    ['person', t.apply.address, values['address']],
    ['person', t.apply.number, values['number']],
    ...(isDead
      ? []
      : ([
          ['person', t.apply.phone, values['phone']],
          ['person', t.apply.email, values['email']],
          ['applicant', t.apply.who, labelled({ self: t.apply.forSelf, other: t.apply.forOther }, 'forWhom')],
        ] as const)),
    ...(values['forWhom'] === 'other'
      ? ([
          ['applicant', t.apply.fullName, values['applicantName']],
          ['applicant', t.apply.relation, labelled(t.apply.relations, 'relation')],
          ['applicant', t.apply.number, values['applicantNumber']],
          ['applicant', t.apply.phone, values['applicantPhone']],
          ['applicant', t.apply.email, values['applicantEmail']],
        ] as const)
      : []),
    ...(values['forWhom'] === 'other' && !isDead
      ? ([['payment', t.apply.receiver, labelled(t.apply.receivers, 'receiver')]] as const)
      : []),
    ...procedure.questions.map(
      ({ id, text, answers }) =>
        [
          'questions',
          text[t.language],
          upperFirst(answers.find((one) => one.id === values[`q.${id}`])?.label[t.language] ?? ''),
        ] as const,
    ),
    ['payment', t.apply.how, labelled({ cash: t.apply.cash, account: t.apply.account }, 'method')],
    ...(values['method'] === 'account'
      ? ([
          ['payment', t.apply.accountNumber, `${values['account'] ?? ''} ${values['bank'] ?? ''}`],
          ['payment', t.apply.holder, values['holder']],
        ] as const)
      : []),
    ['papers', t.apply.sections.papers, photographed(applying)],
  ]
  return html`<div class="row">
      <button class="back btn-plain" type="button" data-back>${icon('left')}${t.back}</button>
    </div>
    <div class="hello">
      <h1>${t.apply.sections.check}</h1>
      <p>${t.apply.checkIntro}</p>
    </div>
    <div class="answers">
      <dl>
        ${rows.map(
          ([section, name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>
                ${value?.trim() ? value : html`<span class="quiet">${t.apply.empty}</span>`}
                <button class="btn-link" type="button" data-section="${section}">
                  ${t.result.change}<span class="sr">: ${name}</span>
                </button>
              </dd>
            </div>`,
        )}
      </dl>
    </div>
    ${
      isReady
        ? html`<form class="ask" data-submit novalidate>
            <p>${t.apply.truth}</p>
            <button class="btn btn-primary onward" type="submit">${t.apply.send}</button>
            <p data-said role="status">${note ?? ''}</p>
          </form>`
        : html`<p class="urge">${t.apply.incomplete}</p>`
    }`
}

/** «Giấy khai sinh của trẻ em: 2 trang; …», each paper by its name. */
function photographed({ t, procedure, draft: { photos, values } }: Applying): string {
  const names = new Map(procedure.papers.map(({ id, name }) => [id, name[t.language]]))
  const lines = Object.entries(photos).map(
    ([kind, pages]) =>
      `${names.get(kind) ?? (values[nameFieldOf(kind)] || t.photos.other)}: ${t.photos.count(pages.length)}`,
  )
  return lines.length > 0 ? lines.join('; ') : t.photos.none
}
