package page

import (
	"context"

	"github.com/klippa-app/go-pdfium/requests"
)

// Attachment is a file within a PDF.
type Attachment struct {
	Name string
	Data []byte
}

// What is read of a PDF's attachments.
const (
	maxAttachments = 100
	maxAttached    = 64 << 20 // bytes, of all
)

// Attachments are the files that the PDF carries; what can't be unpacked isn't
// among them.
func (f *File) Attachments(ctx context.Context) ([]Attachment, error) {
	var files []Attachment
	err := f.within(ctx, func(context.Context) error {
		count, err := f.instance.FPDFDoc_GetAttachmentCount(&requests.FPDFDoc_GetAttachmentCount{Document: f.document})
		if err != nil {
			return err
		}
		size := 0
		for i := range min(count.AttachmentCount, maxAttachments) {
			a, err := f.attachment(i)
			switch {
			case halted(err):
				return err
			case err != nil:
				continue
			}
			if size += len(a.Data); size > maxAttached {
				return nil
			}
			files = append(files, a)
		}
		return nil
	})
	return files, err
}

func (f *File) attachment(i int) (Attachment, error) {
	a, err := f.instance.FPDFDoc_GetAttachment(&requests.FPDFDoc_GetAttachment{Document: f.document, Index: i})
	if err != nil {
		return Attachment{}, err
	}
	name, err := f.instance.FPDFAttachment_GetName(&requests.FPDFAttachment_GetName{Attachment: a.Attachment})
	if err != nil {
		return Attachment{}, err
	}
	file, err := f.instance.FPDFAttachment_GetFile(&requests.FPDFAttachment_GetFile{Attachment: a.Attachment})
	if err != nil {
		return Attachment{}, err
	}
	return Attachment{name.Name, file.Contents}, nil
}
