#include "config.h"

#include "yz-guide-goods-private.h"

#include "yz-document-kind.h"
#include "yz-guide-error.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const struct
{
  const char *document;
  gboolean (*read) (YzGoodsReading *self, GError **error);
} readers[] = {
  { "count-sheet", yz_goods_read_stocktake },
  { "transfer-slip", yz_goods_read_transfer },
  { "pick-list", yz_goods_read_picking },
  { "write-off-list", yz_goods_read_write_off },
  { "refill-sheet", yz_goods_read_refill },
  { "use-first", yz_goods_read_expiring },
  { "stock-door-sheet", yz_goods_read_public },
  { "stock-labels", yz_goods_read_labels },
  { "stock-labels-14", yz_goods_read_labels },
};
/* clang-format on */

/* Only some papers can be of all that there is. */
static gboolean
check_subject (const YzGuideChoice *choice, GError **error)
{
  const YzDocumentKind *kind = yz_document_kind_find (choice->goods, error);

  if (kind == NULL)
    return FALSE;
  if (choice->subject != NULL || kind->subject == YZ_DOCUMENT_OF_STATIONS ||
      kind->subject == YZ_DOCUMENT_OF_WRITE_OFF || kind->subject == YZ_DOCUMENT_OF_CABINETS)
    return TRUE;
  g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY, _ ("There is nothing yet of which “%s” could be printed"),
               _ (kind->title));
  return FALSE;
}

gboolean
yz_guide_goods_load (YzStore *store, const YzGuideChoice *choice, YzGuideContent *content, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (YzGoodsReader) reader = yz_goods_reader_new (store, content->date, content->language);
  YzGoodsReading reading = { reader, choice, content, cancellable };

  if (!check_subject (choice, error))
    return FALSE;
  content->goods = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_goods_paper_free);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (readers[i].document, choice->goods))
      return readers[i].read (&reading, error);
  return TRUE;
}
