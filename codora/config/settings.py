"""Settings of Codora. What differs between installations comes from the environment (environment.py)."""

from pathlib import Path
from urllib.parse import urlsplit

from codora.config import environment
from codora.core.languages import LANGUAGES as EUROPEAN_LANGUAGES
from codora.core.languages import PSEUDO_LANGUAGE, register_languages

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build"
CONTENT = ROOT / "content"
DATA = Path(environment.text("CODORA_DATA", str(ROOT / "var"))).resolve()

# ---- where the site stands

DEBUG = environment.flag("CODORA_DEBUG")
SECRET_KEY = environment.secret("CODORA_SECRET_KEY", DATA)
# Scheme and host under which the public sees the site. Links to ourselves are made from it, never from a
# request's Host header.
BASE_URL = environment.origin("CODORA_HOST", f"http://127.0.0.1:{environment.text('PORT', '8000')}")
ALLOWED_HOSTS = [urlsplit(BASE_URL).hostname, "127.0.0.1", "localhost", "[::1]"]

IS_HTTPS = BASE_URL.startswith("https://")
IS_BEHIND_PROXY = environment.flag("CODORA_BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_BEHIND_PROXY else None
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked from this machine, without TLS: a redirect would tell nothing
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if IS_HTTPS else 0
# Subdomains, and the list that browsers ship, are for the owner of the whole domain to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
X_FRAME_OPTIONS = "DENY"

# ---- apps

INSTALLED_APPS = [
    "codora.config",
    "codora.search",
    "codora.pages",
    "codora.insights",
    "codora.play",
    "codora.curriculum",
    "codora.campaigns",
    "codora.partners",
    "codora.credentials",
    "codora.accounts",
    "codora.places",
    "codora.messaging",
    "codora.core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "wagtail.contrib.redirects",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "codora.accounts.wagtail_users.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django_vite",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "codora.core.middleware.CompressionMiddleware",
    "codora.core.middleware.PolicyMiddleware",
    "codora.core.api.middleware.ApiMiddleware",
    "codora.core.middleware.BodySizeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "codora.core.middleware.ReaderLanguageMiddleware",
    "codora.pages.middleware.MovedPageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "codora.accounts.middleware.SignInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "codora.pages.middleware.PageFallbackMiddleware",
]

ROOT_URLCONF = "codora.config.urls"
WSGI_APPLICATION = "codora.config.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "codora" / "core"],  # components/<name>/<name>.html
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "codora.core.context_processors.reader",
                "codora.pages.menus.menus",
            ],
        },
    },
]

# ---- data

_default_database = environment.text("CODORA_DATABASE_URL", f"sqlite:///{DATA / 'codora.sqlite3'}")
DATABASES = {
    "default": environment.database(_default_database),
    "progress": environment.database(
        environment.text(
            "CODORA_PROGRESS_DATABASE_URL",
            f"sqlite:///{DATA / 'progress.sqlite3'}"
            if _default_database.startswith("sqlite:")
            else f"{_default_database}_progress",
        )
    ),
}
DATABASE_ROUTERS = ["codora.config.routers.ProgressRouter"]
# Batches of progress a second that one network (/24 or /48) may send, and ten times as many at once: a school
# of 500 behind one address sends about 50.
PROGRESS_RATE = float(environment.text("CODORA_PROGRESS_RATE", "200"))
# The page cache of each process, and how long a cache in front of the site may keep a page.
PAGE_CACHE_BYTES = int(environment.text("CODORA_PAGE_CACHE_MB", "128")) * 1024 * 1024
SHARED_CACHE_SECONDS = int(environment.text("CODORA_SHARED_CACHE_SECONDS", "300"))
# Mails wait in the outbox (codora.messaging) until the server takes them.
globals().update(environment.mail(environment.text("CODORA_MAIL_URL", f"file://{DATA / 'mail'}")))
DEFAULT_FROM_EMAIL = environment.text("CODORA_MAIL_FROM", f"codora@{urlsplit(BASE_URL).hostname}")
# Who hears by mail of what visitors report, and in which language.
STAFF_MAIL = environment.text("CODORA_STAFF_MAIL")
STAFF_LANGUAGE = environment.text("CODORA_STAFF_LANGUAGE", "en")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# ---- accounts: for adults; an address and a way to sign in (codora.accounts)

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "codora.accounts.passwords.MinimumLength", "OPTIONS": {"min_length": 10}},
    {"NAME": "codora.accounts.passwords.NotCommon"},
    {"NAME": "codora.accounts.passwords.NotLikeTheAddress"},
]
LOGIN_URL = "account_login"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of their own
# How often somebody tries is counted in memory alone: no address is written down.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(IS_BEHIND_PROXY)
ACCOUNT_ADAPTER = "codora.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_FORMS = {
    "login": "codora.accounts.forms.SignInForm",
    "signup": "codora.accounts.forms.SignUpForm",
    "add_email": "codora.accounts.forms.ChangeEmailForm",
    "confirm_email_verification_code": "codora.accounts.forms.ConfirmEmailForm",
    "reset_password": "codora.accounts.forms.ForgottenPasswordForm",
    "confirm_password_reset_code": "codora.accounts.forms.ConfirmForgottenPasswordForm",
    "reset_password_from_key": "codora.accounts.forms.NewPasswordForm",
    "change_password": "codora.accounts.forms.ChangePasswordForm",
    "set_password": "codora.accounts.forms.SetPasswordForm",
    "reauthenticate": "codora.accounts.forms.ConfirmWithPasswordForm",
}
MFA_ADAPTER = "codora.accounts.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_TOTP_ISSUER = "Codora"
MFA_TOTP_TOLERANCE = 1
# Browsers allow passkeys without TLS on http://localhost alone.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS
MFA_FORMS = {
    "authenticate": "codora.accounts.forms.SecondFactorForm",
    "reauthenticate": "codora.accounts.forms.ConfirmWithCodeForm",
    "activate_totp": "codora.accounts.forms.SetUpAppForm",
    "add_webauthn": "codora.accounts.forms.AddPasskeyForm",
    "signup_webauthn": "codora.accounts.forms.SignUpPasskeyForm",
    "edit_webauthn": "codora.accounts.forms.RenamePasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "codora.accounts.adapters.SocialAdapter"
SOCIALACCOUNT_FORMS = {"signup": "codora.accounts.forms.SignUpConnectedForm"}
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["openid", "email"],
        "APPS": environment.openid_providers("CODORA_OPENID_FILE"),
    }
}

# ---- logs: what broke, on standard error. No addresses, and nothing that a visitor typed.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "warnings": {"class": "logging.StreamHandler", "level": "WARNING", "formatter": "line"},
        "errors": {"class": "logging.StreamHandler", "level": "ERROR", "formatter": "line"},
    },
    "root": {"handlers": ["warnings"]},
    "loggers": {
        # Not each page that is not found, nor each start and end of the worker.
        "django.request": {"handlers": ["errors"], "propagate": False},
        "django_tasks_db": {"handlers": ["errors"], "propagate": False},
    },
}

# ---- languages

USE_TZ = True
TIME_ZONE = "Europe/Brussels"
LANGUAGE_CODE = "en"
LANGUAGES = [*EUROPEAN_LANGUAGES, *([PSEUDO_LANGUAGE] if environment.flag("CODORA_PSEUDO") else [])]
LOCALE_PATHS = [ROOT / "locale"]
register_languages()

# ---- static files: what Vite built, the art and the icons; hashed names may be kept for ever

STATIC_URL = "/static/"
STATICFILES_DIRS = [BUILD / "static"]
MEDIA_ROOT = DATA / "media"
MEDIA_URL = "/media/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600  # art and icons: their names carry no hash
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+[.-][A-Za-z0-9_-]{8,}\.\w+$"
DJANGO_VITE = {"default": {"manifest_path": BUILD / "static" / ".vite" / "manifest.json"}}

# ---- content security policy: nothing from elsewhere, nothing inline

_NONE, _SELF = "'none'", "'self'"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [_NONE],
        "script-src": [_SELF],
        "style-src": [_SELF],
        "img-src": [_SELF],
        "font-src": [_SELF],
        "connect-src": [_SELF],
        "media-src": [_SELF],
        "manifest-src": [_SELF],
        "form-action": [_SELF],
        "frame-ancestors": [_NONE],
        "base-uri": [_NONE],
        "object-src": [_NONE],
    }
}
# Wagtail's editor builds its interface with inline scripts and styles, previews pages in a frame, and shows
# pictures from memory.
CMS_CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [_SELF],
        "script-src": [_SELF, "'unsafe-inline'"],
        "style-src": [_SELF, "'unsafe-inline'"],
        "img-src": [_SELF, "data:", "blob:"],
        "font-src": [_SELF, "data:"],
        "form-action": [_SELF],
        "frame-ancestors": [_SELF],
        "base-uri": [_NONE],
        "object-src": [_NONE],
    }
}

# ---- Wagtail: in every language, and never calling home

WAGTAIL_SITE_NAME = "Codora"
WAGTAILADMIN_BASE_URL = BASE_URL
# A translation that has only been begun is English text: readers get the English page, marked as English.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Uploads are served from our own host: nothing that a browser would run.
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip"),
    *("mp4", "webm", "vtt"),  # films and their captions
]
WAGTAILIMAGES_IMAGE_MODEL = "pages.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "codora.pages.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = EUROPEAN_LANGUAGES
# Passwords and addresses belong to the account (codora.accounts).
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
