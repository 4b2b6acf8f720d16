#include "config.h"

#include "yz-undo-buttons.h"

#include "yz-action-text.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

struct _YzUndoButtons
{
  GtkWidget parent_instance;

  YzSession *session;
};

G_DEFINE_FINAL_TYPE (YzUndoButtons, yz_undo_buttons, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
};

static GParamSpec *properties[PROP_SESSION + 1];

/* Bound in the template. */

static char *
undo_tooltip (YzUndoButtons *self, const YzAction *action)
{
  g_autofree char *title = action != NULL ? yz_action_dup_title (action) : NULL;

  return title != NULL ? g_strdup_printf (_ ("Undo: %s"), title) : g_strdup (_ ("Nothing to undo"));
}

static char *
redo_tooltip (YzUndoButtons *self, const YzAction *action)
{
  g_autofree char *title = action != NULL ? yz_action_dup_title (action) : NULL;

  return title != NULL ? g_strdup_printf (_ ("Redo: %s"), title) : g_strdup (_ ("Nothing to redo"));
}

static void
yz_undo_buttons_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, YZ_UNDO_BUTTONS (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_undo_buttons_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id != PROP_SESSION)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_object (&YZ_UNDO_BUTTONS (object)->session, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
yz_undo_buttons_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));
  g_clear_object (&YZ_UNDO_BUTTONS (object)->session);

  G_OBJECT_CLASS (yz_undo_buttons_parent_class)->dispose (object);
}

static void
yz_undo_buttons_class_init (YzUndoButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_undo_buttons_get_property;
  object_class->set_property = yz_undo_buttons_set_property;
  object_class->dispose = yz_undo_buttons_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-undo-buttons.ui");
  gtk_widget_class_bind_template_callback (widget_class, undo_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, redo_tooltip);
}

static void
yz_undo_buttons_init (YzUndoButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
