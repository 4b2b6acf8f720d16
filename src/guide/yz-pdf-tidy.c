#include "config.h"

#include "yz-pdf-tidy.h"

#include "yz-guide-error.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

static gboolean
check (qpdf_data qpdf, QPDF_ERROR_CODE code, GError **error)
{
  if ((code & QPDF_ERRORS) == 0)
    return TRUE;
  g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_WRITE, _ ("The pages could not be drawn: %s"),
               qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)));
  return FALSE;
}

/* Viewers show the title in place of the file's name. */
static void
describe (qpdf_data qpdf, const char *language)
{
  qpdf_oh root = qpdf_get_root (qpdf), info = qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Info");
  qpdf_oh wishes = qpdf_oh_new_dictionary (qpdf);

  qpdf_oh_replace_key (qpdf, wishes, "/DisplayDocTitle", qpdf_oh_new_bool (qpdf, QPDF_TRUE));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", wishes);
  qpdf_oh_replace_key (qpdf, root, "/Lang", qpdf_oh_new_string (qpdf, language));
  qpdf_oh_remove_key (qpdf, info, "/CreationDate");
}

static void
drop_keys (qpdf_data qpdf, qpdf_oh dict, const char *const *keys)
{
  for (gsize i = 0; keys[i] != NULL; i++)
    qpdf_oh_remove_key (qpdf, dict, keys[i]);
}

/* cairo numbers every link for a tree of structure that knows nothing but links, and that no reader uses. */
static void
drop_structure (qpdf_data qpdf)
{
  static const char *const in_root[] = { "/StructTreeRoot", "/MarkInfo", NULL };
  static const char *const in_page[] = { "/StructParents", NULL };
  static const char *const in_link[] = { "/StructParent", NULL };
  int n_pages = qpdf_get_num_pages (qpdf);

  drop_keys (qpdf, qpdf_get_root (qpdf), in_root);
  for (int i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (qpdf, i), links = qpdf_oh_get_key (qpdf, page, "/Annots");
      int n_links = qpdf_oh_is_array (qpdf, links) ? qpdf_oh_get_array_n_items (qpdf, links) : 0;

      drop_keys (qpdf, page, in_page);
      for (int k = 0; k < n_links; k++)
        drop_keys (qpdf, qpdf_oh_get_array_item (qpdf, links, k), in_link);
      qpdf_oh_release_all (qpdf);
    }
}

/* What holds without being said: beside a code's hundred bytes it would be a third of a picture. */
static void
drop_defaults (qpdf_data qpdf)
{
  static const char *const in_picture[] = { "/Type", "/Interpolate", NULL };
  int n_objects = qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Size"));

  for (int id = 1; id < n_objects; id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (qpdf, id, 0), mask;

      if (qpdf_oh_is_stream (qpdf, object))
        {
          mask = qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, object), "/ImageMask");
          if (qpdf_oh_is_bool (qpdf, mask) && qpdf_oh_get_bool_value (qpdf, mask))
            drop_keys (qpdf, qpdf_oh_get_dict (qpdf, object), in_picture);
        }
      qpdf_oh_release_all (qpdf);
    }
}

GBytes *
yz_pdf_tidy (GBytes *pdf, const char *language, GError **error)
{
  qpdf_data qpdf = qpdf_init ();
  gsize length;
  const char *bytes = g_bytes_get_data (pdf, &length);
  GBytes *tidy = NULL;

  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if (check (qpdf, qpdf_read_memory (qpdf, "guide", bytes, length, NULL), error) &&
      check (qpdf, qpdf_init_write_memory (qpdf), error))
    {
      describe (qpdf, language);
      drop_structure (qpdf);
      drop_defaults (qpdf);
      qpdf_set_object_stream_mode (qpdf, qpdf_o_generate);
      qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
      if (check (qpdf, qpdf_write (qpdf), error))
        tidy = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
    }
  qpdf_cleanup (&qpdf);
  return tidy;
}
