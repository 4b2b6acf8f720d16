#include "config.h"

#include "yz-guide-printer.h"

#include "yz-printer-settings.h"
#include "yz-sheets.h"

#include <math.h>

typedef struct
{
  YzSession *session;
  YzGuideRun *run;
} Printing;

static void
printing_free (gpointer data, GClosure *closure)
{
  Printing *printing = data;

  g_object_unref (printing->session);
  yz_guide_run_free (printing->run);
  g_free (printing);
}

/* The names that printers know; what has none is a size of its own. */
static GtkPaperSize *
make_size (double narrow, double wide)
{
  static const char *const names[] = { GTK_PAPER_NAME_A5, GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (names[i]);

      if (fabs (gtk_paper_size_get_width (size, GTK_UNIT_MM) - narrow) < 1 &&
          fabs (gtk_paper_size_get_height (size, GTK_UNIT_MM) - wide) < 1)
        return size;
      gtk_paper_size_free (size);
    }
  return gtk_paper_size_new_custom ("yizhan", "Yizhan", narrow, wide, GTK_UNIT_MM);
}

static GtkPageSetup *
make_setup (YzPages *pages, guint side)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size;
  double width, height;

  yz_sheets_get_size (pages, side, &width, &height);
  size = make_size (MIN (width, height), MAX (width, height));
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup,
                                  width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (size);
  return setup;
}

static void
on_request_page_setup (GtkPrintOperation *operation, GtkPrintContext *context, int side, GtkPageSetup *setup,
                       Printing *printing)
{
  g_autoptr (GtkPageSetup) wanted = make_setup (yz_guide_run_get_pages (printing->run), (guint) side);

  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (wanted));
  gtk_page_setup_set_paper_size (setup, gtk_page_setup_get_paper_size (wanted));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int side, Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (!yz_sheets_draw (yz_guide_run_get_pages (printing->run), (guint) side,
                       gtk_print_context_get_cairo_context (context), FALSE, &error))
    {
      yz_session_report_error (printing->session, error);
      gtk_print_operation_cancel (operation);
    }
}

static const YzPaper *
get_paper (YzGuideRun *run)
{
  return yz_pages_get_paper (yz_guide_run_get_pages (run));
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    yz_session_report_error (printing->session, error);
  if (error != NULL || result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;
  yz_printer_settings_keep (get_paper (printing->run), gtk_print_operation_get_print_settings (operation));
  if (yz_session_get_store (printing->session) != NULL)
    yz_guide_run_note_printed (printing->run, printing->session);
}

void
yz_guide_printer_run (GtkWindow *parent, YzSession *session, YzGuideRun *run, guint page, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_setup (yz_guide_run_get_pages (run), 0);
  g_autoptr (GtkPrintSettings) settings = yz_printer_settings_load (get_paper (run));
  g_autoptr (GError) error = NULL;
  Printing *printing = g_new0 (Printing, 1);

  printing->session = g_object_ref (session);
  printing->run = run;
  gtk_print_operation_set_unit (operation, GTK_UNIT_MM);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_n_pages (operation, (int) yz_sheets_count (yz_guide_run_get_pages (run)));
  gtk_print_operation_set_current_page (operation, (int) yz_guide_run_find_side (run, page));
  gtk_print_operation_set_job_name (operation,
                                    yz_document_get_title (yz_pages_get_document (yz_guide_run_get_pages (run))));
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (on_request_page_setup), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), printing);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), printing, printing_free, 0);
  gtk_print_operation_run (operation,
                           path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           parent, &error);
  if (error != NULL)
    yz_session_report_error (session, error);
}
