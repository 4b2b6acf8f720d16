#include "config.h"

#include "yz-preferences.h"

struct _YzPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings;
  AdwEntryRow *name_row;
  AdwComboRow *appearance_row;
};

G_DEFINE_FINAL_TYPE (YzPreferences, yz_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const appearances[] = { "follow", "light", "dark" }; /* in the order of the template */

static gboolean
line_from_nick (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (appearances); i++)
    if (g_str_equal (appearances[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
nick_from_line (const GValue *value, const GVariantType *type, gpointer data)
{
  guint line = g_value_get_uint (value);

  return g_variant_new_string (line < G_N_ELEMENTS (appearances) ? appearances[line] : appearances[0]);
}

static void
yz_preferences_dispose (GObject *object)
{
  g_clear_object (&YZ_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (yz_preferences_parent_class)->dispose (object);
}

static void
yz_preferences_class_init (YzPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, YzPreferences, name_row);
  gtk_widget_class_bind_template_child (widget_class, YzPreferences, appearance_row);
}

static void
yz_preferences_init (YzPreferences *self)
{
  self->settings = g_settings_new (APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (self->settings, "user-name", self->name_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "appearance", self->appearance_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                line_from_nick, nick_from_line, NULL, NULL);
}

GtkWidget *
yz_preferences_new (void)
{
  return g_object_new (YZ_TYPE_PREFERENCES, NULL);
}

char *
yz_preferences_dup_author (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *name = g_settings_get_string (settings, "user-name");

  if (*g_strstrip (name) != '\0')
    return g_steal_pointer (&name);
  return g_strdup (g_str_equal (g_get_real_name (), "Unknown") ? g_get_user_name () : g_get_real_name ());
}
