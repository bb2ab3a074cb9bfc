"""How people use Simpul: the command line and the Streamlit interface."""
