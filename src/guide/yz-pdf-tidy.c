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
      qpdf_set_object_stream_mode (qpdf, qpdf_o_generate);
      qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
      if (check (qpdf, qpdf_write (qpdf), error))
        tidy = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
    }
  qpdf_cleanup (&qpdf);
  return tidy;
}
