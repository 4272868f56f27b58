import { formatDate } from '#kernel/written'
import { handbookOf, procedures, type HandbookPage } from '#modules/applications'

/** Every procedure in all its editions, for who works by them; in Vietnamese, the language of the law and of the office. */
export function printProcedures(): string {
  const pages = handbookOf(procedures)
  return [
    '# Sổ tay thủ tục',
    '',
    'Printed by `npm run docs` from `modules/applications/domain/procedures`; a test holds it current. In the words of the offices that',
    'work by it; English stands on the page «Thủ tục» of the program.',
    '',
    '«Cần xác nhận» đánh dấu điều chưa đối chiếu với văn bản gốc; câu hỏi tương ứng ở `docs/open-questions.md`.',
    '',
    ...pages.map(([page]) => `- [${page!.name.vi}](#${anchor(page!.name.vi)})`),
    '',
    ...pages.flatMap((editions) => [
      `## ${editions[0]!.name.vi}`,
      '',
      editions[0]!.about.vi,
      '',
      `${editions[0]!.begunBy.vi}. Người ký: ${editions[0]!.competent.map((one) => `${one.title.vi} (từ ${formatDate(one.from)}${one.when ? `, ${one.when.vi.toLowerCase()}` : ''})`).join('; ')}.`,
      '',
      ...editions.flatMap(edition),
    ]),
  ].join('\n')
}

function edition(page: HandbookPage): string[] {
  const shown = page.editions.find(({ isShown }) => isShown)!
  return [
    `### Hồ sơ đủ từ ${formatDate(shown.from)}${shown.until ? `, trước ${formatDate(shown.until)}` : ''}`,
    '',
    `- Căn cứ: ${source(shown.cite)}`,
    `- Thời hạn: ${page.total.text.vi}${page.total.cite ? ` (${source(page.total.cite)})` : ''}`,
    `- Nơi nộp: ${page.where.vi}; ${page.channels.text.vi}`,
    ...page.limits.map(
      ({ name, when, clock }) =>
        `- ${name.vi}: ${clock.text.vi}${clock.cite ? ` (${source(clock.cite)})` : ''}${when ? `. ${when.vi}` : ''}`,
    ),
    ...(page.open.length > 0
      ? [`- Câu hỏi còn mở: ${page.open.map(({ number }) => number).join('; ')}`]
      : []),
    '',
    ...table(
      ['Bước', 'Ai làm', 'Thời hạn', 'Việc', 'Căn cứ'],
      page.steps
        .filter(({ by }) => by !== null)
        .map((step) => [
          step.name.vi + (step.becomes ? `. ${step.becomes.vi}` : ''),
          step.by!.vi,
          step.clock!.text.vi,
          step.actions.map(({ label, to }) => `${label.vi} → ${to.vi}`).join('; '),
          step.clock!.cite ? source(step.clock!.cite) : '',
        ]),
    ),
    ...table(
      ['Mẫu', 'Tên', 'Dùng khi', 'Căn cứ'],
      page.forms.map((form) => [form.number, form.name.vi, form.when?.vi ?? '', source(form.cite)]),
    ),
    ...table(
      ['Giấy tờ', 'Khi nào', 'Cách nộp', 'Nhà nước đã có', 'Căn cứ'],
      page.papers.map((paper) => [
        paper.name.vi,
        paper.when?.vi ?? '',
        paper.how.vi,
        paper.held?.vi ?? '',
        source(paper.cite),
      ]),
    ),
    ...(page.posting
      ? [
          `Niêm yết tại ${page.posting.where.vi.toLowerCase()}: ${page.posting.shows.map(({ vi }) => vi).join(', ')}. Không bao giờ: ${page.posting.never.map(({ vi }) => vi).join(', ')}. (${source(page.posting.cite)})`,
          '',
        ]
      : []),
    ...page.councils.flatMap(({ name, members, quorum, cite }) => [
      `${name.vi}: ${members.map(({ vi }) => vi).join('; ')}. ${quorum ? `${quorum.vi}. ` : ''}(${source(cite)})`,
      '',
    ]),
    ...page.notes.flatMap(({ text, cite }) => [`${text.vi} (${source(cite)})`, '']),
  ]
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row), '']
}

function source({ text, certainty }: HandbookPage['editions'][number]['cite']): string {
  return certainty === 'uncertain' ? `${text.vi}, cần xác nhận` : text.vi
}

const anchor = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-')
