import { keepUpload, openUpload, takeIn } from '#modules/documents'
import type { Ctx } from '#platform/server/context'
import { countPictures, findPicture, insertPicture, mostPictures } from '../../db/way-pictures.ts'
import { getWayRequest, getWayRequestForUpdate } from '../../db/way-requests.ts'
import { problems } from '../../domain/problems.ts'

type Added = { readonly id: string; readonly file: File }

/** Looks at a picture before any transaction: it takes seconds. */
export async function takeInPicture({ file }: Added) {
  return takeIn(new Uint8Array(await file.arrayBuffer()))
}

/** Adds a picture of the paper a request rests on, as long as nobody has decided about it. */
export async function addPicture(
  ctx: Ctx,
  { id, file }: Added,
  taken: Awaited<ReturnType<typeof takeIn>>,
): Promise<{ pictures: number }> {
  const { state } = await getWayRequestForUpdate(ctx, id)
  if (state !== 'asked') throw problems('way_request_settled', { id, state })
  const number = ((await countPictures(ctx, [id])).get(id) ?? 0) + 1
  if (number > mostPictures) throw problems('way_pictures_full', { most: mostPictures })
  const { id: fileId } = await keepUpload(ctx, taken, { name: file.name, purpose: 'payments.way' })
  await insertPicture(ctx, { requestId: id, number, fileId })
  return { pictures: number }
}

/** A picture of the paper, for whoever asks or decides; what the scanner has not seen stays closed. */
export async function downloadPicture(
  ctx: Ctx,
  { id, number }: { id: string; number: number },
): Promise<File> {
  const { personId } = await getWayRequest(ctx, id)
  const fileId = await findPicture(ctx, id, number)
  if (fileId === undefined) throw problems('way_picture_not_found', { id, number })
  ctx.audit({ action: 'payments.way_picture_seen', personId, subject: id, leavesOnlyTraces: true })
  const { name, mediaType, bytes } = await openUpload(ctx, fileId)
  return new File([bytes], name, { type: mediaType })
}
