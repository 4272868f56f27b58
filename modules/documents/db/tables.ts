export type UploadState = 'unscanned' | 'waiting' | 'clean' | 'infected'

export type DocumentsTables = {
  'documents.upload': { fileId: string; state: UploadState; scannedAt: string | null }
}
