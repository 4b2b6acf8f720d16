#include "config.h"

#include "yz-guide-request.h"

#include "yz-guide-source.h"
#include "yz-kinds.h"
#include "yz-mask.h"
#include "yz-model-error.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

YzGuideRequest *
yz_guide_request_new (const YzDocumentKind *kind, const YzPaper *paper)
{
  YzGuideRequest *self = g_new0 (YzGuideRequest, 1);

  self->kind = kind;
  self->paper = paper;
  self->choice = yz_guide_choice_new ();
  self->choice->with_planned = kind->wants_planned;
  self->choice->with_contacts = kind->wants_contacts;
  self->choice->with_photos = kind->wants_photos;
  self->choice->with_days = kind->wants_days;
  self->choice->with_files = kind->wants_files;
  self->choice->document = kind->wants_edition ? g_strdup (kind->nick) : NULL;
  self->choice->compare = kind->wants_before;
  self->choice->goods = kind->wants_goods ? g_strdup (kind->nick) : NULL;
  return self;
}

YzGuideRequest *
yz_guide_request_copy (const YzGuideRequest *self)
{
  YzGuideRequest *copy = g_memdup2 (self, sizeof *self);

  copy->choice = yz_guide_choice_copy (self->choice);
  copy->rows = self->rows != NULL ? g_array_ref (self->rows) : NULL;
  copy->audience = g_strdup (self->audience);
  copy->holiday = g_strdup (self->holiday);
  copy->text = g_strdup (self->text);
  copy->recipient = g_strdup (self->recipient);
  copy->deadline = g_strdup (self->deadline);
  copy->amount = g_strdup (self->amount);
  return copy;
}

void
yz_guide_request_free (YzGuideRequest *self)
{
  yz_guide_choice_free (self->choice);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->audience);
  g_free (self->holiday);
  g_free (self->text);
  g_free (self->recipient);
  g_free (self->deadline);
  g_free (self->amount);
  g_free (self);
}

gboolean
yz_guide_request_shows_sheets (const YzGuideRequest *self)
{
  YzImposition imposition = self->paper->imposition;

  return imposition == YZ_IMPOSITION_Z_FOLD || (imposition == YZ_IMPOSITION_BOOKLET && self->sheets);
}

static gboolean
are_same_rows (const GArray *rows, const GArray *others)
{
  if (rows == NULL || others == NULL)
    return rows == others;
  return rows->len == others->len && memcmp (rows->data, others->data, rows->len * sizeof (gint64)) == 0;
}

gboolean
yz_guide_request_is_of_same_content (const YzGuideRequest *self, const YzGuideRequest *other)
{
  return are_same_rows (self->rows, other->rows) && yz_guide_choice_is_of_same_content (self->choice, other->choice);
}

/* A choice names stations by their ids, which a list of rows does not know. */
static gboolean
name_stations (const YzGuideRequest *self, YzStore *store, YzGuideChoice *choice, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (YzRecord)
        record = yz_store_load_row (store, &yz_station_kind, g_array_index (self->rows, gint64, i), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (record != NULL)
        g_strv_builder_add (ids, yz_record_get_id (record));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  choice->ids = g_strv_builder_end (ids);
  return TRUE;
}

static void
mask_text (char **text)
{
  g_autofree char *full = *text;

  *text = full != NULL ? yz_mask_phone (full) : NULL;
}

static void
mask_people (YzGuideContent *content)
{
  for (guint i = 0; i < content->contacts->len; i++)
    mask_text (&((YzGuideContact *) g_ptr_array_index (content->contacts, i))->phone);
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      for (guint k = 0; station->phones != NULL && station->phones[k] != NULL; k++)
        mask_text (&station->phones[k]);
    }
}

YzGuideContent *
yz_guide_request_load (const YzGuideRequest *self, YzStore *store, YzGuideFaces faces, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_copy (self->choice);
  YzGuideContent *content;

  /* fields of files can be shown masked, which a screen does */
  if (self->kind->wants_files && faces == YZ_GUIDE_MASKED)
    choice->with_mobiles = FALSE;
  if (self->rows != NULL && !name_stations (self, store, choice, cancellable, error))
    return NULL;
  content = yz_guide_source_load (store, choice, cancellable, error);
  if (content != NULL && faces == YZ_GUIDE_MASKED)
    mask_people (content);
  return content;
}

static gboolean
check_deadline (const YzGuideRequest *self, GError **error)
{
  GDate day;

  return self->deadline == NULL || yz_guide_choice_read_date (self->deadline, &day, error);
}

static gboolean
read_amount (const YzGuideRequest *self, gint64 *fen, GError **error)
{
  if (self->amount == NULL || (yz_value_parse_money (self->amount, fen) && *fen >= 0))
    return TRUE;
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("“%s” is not an amount in yuan such as 1200 or 12.50"),
               self->amount);
  return FALSE;
}

YzPages *
yz_guide_request_make_pages (const YzGuideRequest *self, const YzGuideContent *content, GError **error)
{
  YzDocumentOptions wishes = { .audience = self->audience,
                               .first = self->choice->first,
                               .last = self->choice->last,
                               .holiday = self->holiday,
                               .text = self->text,
                               .recipient = self->recipient,
                               .deadline = self->deadline,
                               .start = self->start };
  const YzPagesOptions look = { self->paper, content->language, self->large, self->grey };
  g_autoptr (YzDocument) document = NULL;

  if (!check_deadline (self, error) || !read_amount (self, &wishes.amount_fen, error))
    return NULL;
  document = yz_document_kind_build (self->kind, content, self->paper, &wishes, error);
  return document != NULL ? yz_pages_new (document, &look, error) : NULL;
}
