#include "config.h"

#include "yz-printer-settings.h"

/* Of one print only; paper and orientation are the document's. What drivers have of their own is kept. */
static const char *const passing[] = { GTK_PRINT_SETTINGS_N_COPIES,     GTK_PRINT_SETTINGS_PRINT_PAGES,
                                       GTK_PRINT_SETTINGS_PAGE_RANGES,  GTK_PRINT_SETTINGS_PAGE_SET,
                                       GTK_PRINT_SETTINGS_NUMBER_UP,    GTK_PRINT_SETTINGS_SCALE,
                                       GTK_PRINT_SETTINGS_OUTPUT_URI,   GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                                       GTK_PRINT_SETTINGS_PAPER_FORMAT, GTK_PRINT_SETTINGS_PAPER_WIDTH,
                                       GTK_PRINT_SETTINGS_PAPER_HEIGHT, GTK_PRINT_SETTINGS_ORIENTATION };

GtkPrintSettings *
yz_printer_settings_load (const YzPaper *paper)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GVariant) all = g_settings_get_value (settings, "printers");
  g_autoptr (GVariant) kept = g_variant_lookup_value (all, paper->nick, G_VARIANT_TYPE_VARDICT);
  GtkPrintSettings *found;

  if (kept != NULL)
    return gtk_print_settings_new_from_gvariant (kept);
  found = gtk_print_settings_new ();
  if (paper->imposition != YZ_IMPOSITION_NONE)
    gtk_print_settings_set_duplex (found, GTK_PRINT_DUPLEX_VERTICAL);
  return found;
}

void
yz_printer_settings_keep (const YzPaper *paper, GtkPrintSettings *settings)
{
  g_autoptr (GSettings) kept = g_settings_new (APP_ID);
  g_autoptr (GVariant) all = g_settings_get_value (kept, "printers");
  g_autoptr (GtkPrintSettings) lasting = gtk_print_settings_copy (settings);
  GVariantDict papers;

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    gtk_print_settings_unset (lasting, passing[i]);
  g_variant_dict_init (&papers, all);
  g_variant_dict_insert_value (&papers, paper->nick, gtk_print_settings_to_gvariant (lasting));
  g_settings_set_value (kept, "printers", g_variant_dict_end (&papers));
}
